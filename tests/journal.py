#!/usr/bin/env python3
"""Reads a journal of `tassel issue apply` with nothing of tassel's, and prints counts as JSON.

Each line is a JSON object whose last member `crc` is the CRC-32 of the text before `,"crc"`, in hexadecimal. The counts
are of rows that were sent: created, updated, refused, in doubt, undone, published, and surplus credentials deleted.

    tests/journal.py PLAN.journal
"""

import json
import sys
import zlib

VERSION = 1
MARK = b',"crc":"'
STAGES = {"done": "done", "not_done": "waiting", "refused": "refused"}


def entries(path):
    """The entries of the lines. A last line that is cut short is left out."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    for number, line in enumerate(lines[:-1], 1):
        text, mark, crc = line.rpartition(MARK)
        if not mark or crc != b'%08x"}' % zlib.crc32(text):
            if number == len(lines) - 1:
                return
            sys.exit(f"line {number}: the CRC is wrong")
        yield json.loads(line)


def row_states(path):
    """What the last entries about each row say."""
    rows, surplus, version = {}, 0, None
    for entry in entries(path):
        kind = entry["entry"]
        if kind == "journal":
            version = entry["version"]
        if version != VERSION:
            sys.exit(f"version {version} is not {VERSION}")
        if kind not in ("intent", "result"):
            continue
        act = entry["act"]
        for said in entry["rows"]:
            row = rows.setdefault(said["row"], {"act": None, "stage": "waiting", "published": False})
            if act == "delete_surplus":
                surplus += said.get("came") == "done"
                continue
            if act in ("create", "update"):
                row["act"] = act
                row["stage"] = STAGES.get(said.get("came"), "in_doubt")
            elif act.startswith("undo_") and said.get("came") == "done":
                row["stage"] = "undone"
            if kind == "result":
                row["published"] = said.get("published", row["published"])
                if act == "undo_delete" and said["came"] == "done":
                    row["published"] = False
    return rows.values(), surplus


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows, surplus = row_states(sys.argv[1])
    done = [row for row in rows if row["stage"] == "done"]
    created = [row for row in done if row["act"] == "create"]
    counts = {
        "created": len(created),
        "published": sum(row["published"] for row in created),
        "updated": sum(row["act"] == "update" for row in done),
        "refused": sum(row["stage"] == "refused" for row in rows),
        "in_doubt": sum(row["stage"] == "in_doubt" for row in rows),
        "undone": sum(row["stage"] == "undone" for row in rows),
        "surplus_deleted": surplus,
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
