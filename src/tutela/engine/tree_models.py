"""The tables of the tree over the journal: leaves, signed heads, and how far the sequencer has come."""

from __future__ import annotations

from django.db import models

from .rls import Reading

__all__ = ["Leaf", "TreeHead", "TreeProgress"]


class Leaf(models.Model):
    """One entry's place in the tree. `leaf_hash = SHA-256(0x00 || subject || seq || entry hash)`.

    INVARIANT: `index` runs from 0 without a gap (tests/engine/test_sequencer.py).
    """

    reading = Reading(monitor=True, append_only=True)

    index = models.BigIntegerField(primary_key=True)
    subject_id = models.UUIDField()
    seq = models.IntegerField()
    entry_hash = models.BinaryField()
    leaf_hash = models.BinaryField()

    class Meta:
        app_label = "engine"
        constraints = [models.UniqueConstraint(fields=["subject_id", "seq"], name="leaf_once")]


class TreeHead(models.Model):
    """The root over the first `size` leaves, signed; the monitor keeps copies, so none can be taken back.

    Shape  peaks: the roots of the perfect subtrees, largest first, 32 bytes each; from them the tree grows
           on; public: the key to check the signature with; key_id: its fingerprint, which is what is trusted
    """

    reading = Reading(open=True, append_only=True)

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    peaks = models.BinaryField()
    at = models.DateTimeField()
    key_id = models.TextField()
    public = models.BinaryField()
    signature = models.BinaryField()

    class Meta:
        app_label = "engine"


class TreeProgress(models.Model):
    """How far the sequencer has come; one row.

    Shape  settled_id: every entry with an id up to this one is in the tree, or was never committed;
           next_id, next_xid: the id that settles once no transaction older than next_xid is still open
    """

    reading = Reading()

    id = models.SmallIntegerField(primary_key=True, default=1)
    settled_id = models.BigIntegerField(default=0)
    next_id = models.BigIntegerField(default=0)
    next_xid = models.BigIntegerField(default=0)

    class Meta:
        app_label = "engine"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_sequencer")]
