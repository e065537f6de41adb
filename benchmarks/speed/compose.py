"""The floor of anything that reads campaigns: libyaml composes each file of a folder, no more.

Usage: python benchmarks/speed/compose.py FOLDER PROCESSES
"""

import sys
from multiprocessing import Pool
from pathlib import Path

import yaml


def compose(path: Path) -> None:
    yaml.compose(path.read_bytes(), Loader=yaml.CLoader)


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).iterdir())
    if (processes := int(sys.argv[2])) > 1:
        with Pool(processes) as pool:
            for _ in pool.imap(compose, files, chunksize=32):
                pass
    else:
        for file in files:
            compose(file)
