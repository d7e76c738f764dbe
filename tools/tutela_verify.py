#!/usr/bin/env python3
"""tutela-verify: checks an exported journal, without Tutela.

    python3 tutela_verify.py EXPORT [--head FILE]... [--key FINGERPRINT]... [--json]

It needs Python 3.8 or later and the package `cryptography`, and reads nothing but the files named. It checks

  - that each entry's hash is that of its header and of the entry before it, and that no chain has a gap;
  - that the entries, in order, make the tree whose heads were signed (RFC 9162, SHA-256);
  - that each head is signed (Ed25519), by a key whose fingerprint you give with --key;
  - that heads you kept yourself (--head) are heads of this very tree: nothing before them was rewritten since.

It exits with 0 if all of that holds; with 1 if not, naming what fails first; with 2 if a file cannot be read.
Without --key it says which keys signed, and leaves it to you to compare the fingerprints with those published.

A head of your own is a file that holds the line `{"head": {...}}` of an earlier export, or several of them.
"""

import argparse
import hashlib
import json
import sys
import uuid

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:  # pragma: no cover - only where the package is not installed
    sys.exit("tutela-verify needs the package `cryptography`: pip install cryptography")

VERSION = 1


def sha256(data):
    return hashlib.sha256(data).digest()


class Unreadable(Exception):
    """A file that is not what it should be."""


class Tree:
    """The right edge of a growing Merkle tree: one hash for each bit of its size."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, data):
        node, size = sha256(b"\x00" + data), self.size
        while size & 1:
            node, size = sha256(b"\x01" + self.peaks.pop() + node), size >> 1
        self.peaks.append(node)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha256(b"")
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = sha256(b"\x01" + peak + node)
        return node


class Verification:
    """One reading of an export: what was counted, what was found, the first of each kind kept."""

    def __init__(self, kept_heads, keys):
        self.keys = set(keys)
        self.heads = {}  # by size
        self.kept = len(kept_heads)
        self.tree, self.ends, self.found = Tree(), {}, []
        self.entries = self.waiting = 0
        self.ended = None
        for head in kept_heads:
            self.take_head(head, "your head")

    def fault(self, what, **where):
        self.found.append({"check": what, **where})

    def take_head(self, head, whose="the head"):
        try:
            size, root, at = int(head["size"]), bytes.fromhex(head["root"]), str(head["at"])
            public, signature = bytes.fromhex(head["public"]), bytes.fromhex(head["signature"])
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(f"a head is not complete: {error}") from error
        fingerprint = hashlib.sha256(public).hexdigest()[:32]
        message = f"tutela tree head 1\n{size}\n{root.hex()}\n{at}\n".encode()
        if not is_signed(public, signature, message):
            self.fault("signature", head=size, whose=whose)
        if fingerprint != head.get("key_id") or (self.keys and fingerprint not in self.keys):
            self.fault("key", head=size, whose=whose, fingerprint=fingerprint)
        self.heads.setdefault(size, []).append((root, whose, fingerprint))

    def take_entry(self, line):
        try:
            entry, leaf, seq = line["entry"], line["leaf"], int(line["seq"])
            subject, prev = uuid.UUID(line["subject"]), bytes.fromhex(line["prev"])
            header = line["header"].encode("utf-8", "surrogateescape")
            digest = bytes.fromhex(line["hash"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"an entry is not complete: {error}") from error
        self.entries += 1
        where = {"subject": str(subject), "entry": entry, "seq": seq}
        if sha256(prev + header) != digest:
            self.fault("hash", **where)
        if not says_the_same(header, subject, seq):
            self.fault("header", **where)
        if (seq - 1, prev) != self.ends.get(subject, (0, b"")):
            self.fault("chain", **where)
        self.ends[subject] = (seq, digest)
        if leaf is None:
            self.waiting += 1
            return
        if leaf != self.tree.size or self.waiting:
            self.fault("place", leaf=leaf, **where)
        self.tree.append(subject.bytes + seq.to_bytes(8, "big") + digest)
        self.compare(self.tree.size)

    def compare(self, size):
        """At the size of a head, its root must be the one that the entries make."""
        for root, whose, _ in self.heads.pop(size, ()):
            if root != self.tree.root():
                self.fault("root", head=size, whose=whose)

    def finish(self, signed_sizes):
        if self.ended is None or self.ended != self.entries:
            self.fault("end", entries=self.entries, said=self.ended)
        for size, heads in sorted(self.heads.items()):
            self.fault("missing", head=size, whose=heads[0][1], entries_in_tree=self.tree.size)
        if self.tree.size > max(signed_sizes, default=0):
            self.fault("unsigned", entries_in_tree=self.tree.size)
        # an entry that was changed explains a root that is wrong: name the entry first
        self.found.sort(key=lambda fault: (fault.get("entry") is None, fault.get("entry") or 0))


def is_signed(public, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def says_the_same(header, subject, seq):
    """Whether a header names the subject and the number of its line."""
    try:
        said = json.loads(header)
        return said["subject"] == str(subject) and said["seq"] == seq
    except (ValueError, KeyError, TypeError):
        return False


def lines_of(path):
    try:
        with open(path, encoding="utf-8") as file:
            for number, text in enumerate(file, 1):
                try:
                    line = json.loads(text)
                except ValueError as error:
                    raise Unreadable(f"{path}, line {number}: not JSON") from error
                if not isinstance(line, dict):
                    raise Unreadable(f"{path}, line {number}: not an object")
                yield line
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from error


def verify(path, kept_heads, keys):
    """Read an export once, line by line, and return the verification."""
    lines = lines_of(path)
    first = next(lines, {})
    if first.get("tutela") != "journal" or first.get("version") != VERSION:
        raise Unreadable(f"{path}: not an export of a journal, or of a version not known here")
    verification = Verification(kept_heads, keys)
    sizes, fingerprints = set(), set()
    for line in lines:
        if "entry" in line:
            verification.take_entry(line)
        elif "head" in line:
            verification.take_head(line["head"])
            sizes.add(int(line["head"]["size"]))
            fingerprints.add(str(line["head"]["key_id"]))
        elif "end" in line:
            verification.ended = line["end"]
        else:
            raise Unreadable(f"{path}: a line that is neither head, entry nor end")
    verification.finish(sizes)
    return verification, sizes, fingerprints


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="tutela-verify", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("export", help="the exported journal")
    parser.add_argument("--head", action="append", default=[], metavar="FILE", help="heads you kept yourself")
    parser.add_argument("--key", action="append", default=[], metavar="FINGERPRINT", help="keys you trust")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    try:
        kept = [line["head"] for path in given.head for line in lines_of(path) if "head" in line]
        if given.head and not kept:
            raise Unreadable("no head in the files given with --head")
        done, sizes, fingerprints = verify(given.export, kept, given.key)
    except Unreadable as error:
        print(f"tutela-verify: {error}", file=sys.stderr)  # noqa: T201 - a program's output
        return 2
    result = {
        "whole": not done.found,
        "entries": done.entries,
        "subjects": len(done.ends),
        "in_tree": done.tree.size,
        "waiting": done.waiting,
        "heads": len(sizes),
        "your_heads": done.kept,
        "keys": sorted(fingerprints),
        "keys_given": bool(given.key),
        "found": done.found,
    }
    print(json.dumps(result) if given.json else told(result))  # noqa: T201 - a program's output
    return 0 if result["whole"] else 1


def told(result):
    """The result in words."""
    words = [
        "{entries} entries on {subjects} chains; {in_tree} in the tree, {waiting} not yet; "
        "{heads} heads, {your_heads} of yours.".format(**result)
    ]
    if not result["keys_given"]:
        words.append("Signed by (compare with what is published): " + (", ".join(result["keys"]) or "nobody"))
    if result["whole"]:
        return "\n".join([*words, "Whole: nothing was rewritten, moved or cut off."])
    first, *others = result["found"]
    where = ", ".join(f"{key} {value}" for key, value in first.items() if key != "check")
    words.append(f"NOT WHOLE. First: {first['check']} ({where})")
    words.append(f"and {len(others)} more" if others else "nothing else was found")
    return "\n".join(words)


if __name__ == "__main__":
    sys.exit(main())
