"""A drawer of notes: what is found was put there, whoever else writes, and whatever is damaged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.project import drawer
from gongkai_cli.project.drawer import Drawer


def name(number: int) -> bytes:
    return bytes([number]) * 32


KEY, OTHER = name(200), name(201)


def lengths(file: Path) -> list[int]:
    """How long the notes of a drawer are, as somebody finds them who never saw it."""
    anew = Drawer(file)
    anew.get(KEY, KEY)
    return [length for _, length in anew._places.values()]


def test_the_last_note_of_a_name_counts(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    mine, another = Drawer(file), Drawer(file)
    mine.put(name(1), KEY, b"first")
    mine.put(name(2), KEY, b"")
    assert another.get(name(1), KEY) == b"first"
    another.put(name(1), OTHER, b"second")
    for reader in (mine, another, Drawer(file)):
        assert reader.get(name(1), OTHER) == b"second"
        assert reader.get(name(1), KEY) is None
        assert reader.get(name(2), KEY) == b""
        assert reader.get(name(3), KEY) is None


def test_what_counts_no_more_goes_in_time(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    mine = Drawer(file)
    mine.put(name(1), KEY, b"stays")
    for turn in range(200):
        mine.put(name(2), KEY, bytes([turn]) * 9000)
        assert mine.get(name(2), KEY) == bytes([turn]) * 9000
    assert mine.get(name(1), KEY) == b"stays"
    assert file.stat().st_size < drawer._SLACK + 4 * 9000
    assert list(tmp_path.iterdir()) == [file]


def test_where_there_is_no_room_the_oldest_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawer, "_ROOM", 20_000)
    file = tmp_path / "notes"
    mine = Drawer(file)
    for turn in range(60):
        mine.put(name(turn), KEY, bytes(1000))
        mine.get(name(turn), KEY)
    left = [turn for turn in range(60) if mine.get(name(turn), KEY) is not None]
    assert left == list(range(60 - len(left), 60))
    assert 8 < len(left) < 20


def test_a_drawer_somebody_threw_away_is_filled_again(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    mine = Drawer(file)
    mine.put(name(1), KEY, b"said")
    mine.get(name(1), KEY)
    mine._sound = False
    file.unlink()
    mine.put(name(1), KEY, b"said")
    assert Drawer(file).get(name(1), KEY) == b"said"


notes = st.tuples(st.integers(0, 4), st.sampled_from([KEY, OTHER]), st.binary(max_size=40))
damage = st.tuples(st.integers(0, 600), st.binary(max_size=12), st.integers(0, 80))


@given(st.lists(st.tuples(st.integers(0, 1), st.one_of(notes, damage)), max_size=20))
def test_nothing_is_found_that_was_not_put_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, tuple[object, ...]]]
) -> None:
    """Two processes at one drawer, and a disk that spoils it between their turns."""
    file = tmp_path_factory.mktemp("drawer") / "notes"
    two = Drawer(file), Drawer(file)
    said: set[tuple[int, bytes, bytes]] = set()
    sound = True
    for who, step in steps:
        match step:
            case (int(number), bytes(key), bytes(data)):
                two[who].put(name(number), key, data)
                said.add((number, key, data))
                found = two[1 - who].get(name(number), key)
                assert found == data or not sound
            case (int(at), bytes(junk), int(gone)) if file.exists():
                before = file.read_bytes()
                file.write_bytes(before[:at] + junk + before[at + gone :])
                sound = sound and file.read_bytes() == before
            case _:
                continue
        for number in range(5):
            for key in (KEY, OTHER):
                found = two[who].get(name(number), key)
                assert found is None or (number, key, found) in said
    if file.exists():
        # Once somebody has seen the damage, the drawer comes right.
        anew = Drawer(file)
        anew.get(name(1), KEY)
        anew.put(name(1), KEY, b"at last")
        assert Drawer(file).get(name(1), KEY) == b"at last"
        assert len(lengths(file)) <= 5
