/* A disk that refuses: the n-th operation on files under a folder fails, as the system would say it.
 *
 * Loaded in front of the C library (LD_PRELOAD). Environment:
 *   REFUSE_UNDER   the folder; what is done elsewhere is let through
 *   REFUSE_AT      which operation fails, from 1; 0 only counts
 *   REFUSE_WITH    errno
 *   REFUSE_HOW     once | onward | short | dead: as in tests/support/failing_disk.py; dead also refuses to remove and to cut
 *   REFUSE_REPORT  a file elsewhere that gets the number of operations at each one
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long seen;

static const char *setting(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value ? value : otherwise;
}

static int how_is(const char *word) { return strcmp(setting("REFUSE_HOW", "once"), word) == 0; }

static void report(void) {
    static int file = -2;
    int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    ssize_t (*real_pwrite)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
    char text[32];
    if (file == -2)
        file = real_open(setting("REFUSE_REPORT", "/dev/null"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    int length = snprintf(text, sizeof text, "%020ld\n", seen);
    if (file >= 0 && real_pwrite(file, text, (size_t)length, 0) < 0)
        abort();
}

/* Whether this operation is to fail. Those of recovery do not count. */
static int fails(int recovery) {
    long at = atol(setting("REFUSE_AT", "0"));
    int lasting = how_is("onward") || how_is("dead");
    int result;
    if (recovery)
        result = how_is("dead") && at > 0 && seen >= at;
    else {
        seen++;
        report();
        result = at > 0 && (seen == at || (lasting && seen > at));
    }
    if (result)
        errno = atoi(setting("REFUSE_WITH", "28"));
    return result;
}

static int is_under(const char *path) {
    const char *folder = setting("REFUSE_UNDER", "/nowhere");
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int concerns(int at, const char *path) {
    char whole[2 * PATH_MAX + 2], folder[PATH_MAX], link[64];
    if (path[0] == '/')
        return is_under(path);
    if (at == AT_FDCWD) {
        if (!getcwd(folder, sizeof folder))
            return 0;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, folder, sizeof folder - 1);
        if (length < 0)
            return 0;
        folder[length] = 0;
    }
    snprintf(whole, sizeof whole, "%s/%s", folder, path);
    return is_under(whole);
}

static int concerns_file(int descriptor) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_under(path);
}

#define WRITES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

#define OPENS(name, at, parameters, arguments)                                  \
    int name parameters {                                                       \
        int(*real) parameters = dlsym(RTLD_NEXT, #name);                        \
        va_list rest;                                                           \
        va_start(rest, flags);                                                  \
        int mode = va_arg(rest, int);                                           \
        va_end(rest);                                                           \
        if ((flags & WRITES) && concerns(at, path) && fails(0))                 \
            return -1;                                                          \
        return real arguments;                                                  \
    }
OPENS(open, AT_FDCWD, (const char *path, int flags, ...), (path, flags, mode))
OPENS(open64, AT_FDCWD, (const char *path, int flags, ...), (path, flags, mode))
OPENS(openat, at, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENS(openat64, at, (int at, const char *path, int flags, ...), (at, path, flags, mode))

ssize_t write(int descriptor, const void *data, size_t size) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    static int cut;
    if (!concerns_file(descriptor))
        return real(descriptor, data, size);
    if (how_is("short") && !cut && size > 1 && seen + 1 == atol(setting("REFUSE_AT", "0"))) {
        cut = 1;
        return real(descriptor, data, size / 2); /* the next call fails */
    }
    return fails(0) ? -1 : real(descriptor, data, size);
}

#define ON_FILE(name, recovery, parameters, arguments)                          \
    int name parameters {                                                       \
        int(*real) parameters = dlsym(RTLD_NEXT, #name);                        \
        return concerns_file(descriptor) && fails(recovery) ? -1 : real arguments; \
    }
ON_FILE(fsync, 0, (int descriptor), (descriptor))
ON_FILE(fdatasync, 0, (int descriptor), (descriptor))
ON_FILE(ftruncate, 1, (int descriptor, off_t size), (descriptor, size))
ON_FILE(ftruncate64, 1, (int descriptor, off64_t size), (descriptor, size))

int close(int descriptor) {
    int (*real)(int) = dlsym(RTLD_NEXT, "close");
    int flags = fcntl(descriptor, F_GETFL);
    int is_ours = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && concerns_file(descriptor);
    int result = real(descriptor);
    return is_ours && fails(0) ? -1 : result;
}

#define ON_PATH(name, recovery, at, path, parameters, arguments)                \
    int name parameters {                                                       \
        int(*real) parameters = dlsym(RTLD_NEXT, #name);                        \
        return concerns(at, path) && fails(recovery) ? -1 : real arguments;     \
    }
ON_PATH(mkdir, 0, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(mkdirat, 0, at, path, (int at, const char *path, mode_t mode), (at, path, mode))
ON_PATH(chmod, 0, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(fchmodat, 0, at, path, (int at, const char *path, mode_t mode, int flags),
        (at, path, mode, flags))
ON_PATH(rename, 0, AT_FDCWD, path, (const char *path, const char *to), (path, to))
ON_PATH(renameat, 0, at, path, (int at, const char *path, int there, const char *to),
        (at, path, there, to))
ON_PATH(unlink, 1, AT_FDCWD, path, (const char *path), (path))
ON_PATH(unlinkat, 1, at, path, (int at, const char *path, int flags), (at, path, flags))
