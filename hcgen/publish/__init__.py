"""Brings a finished site to its place: whole, in one step, or not at all."""

from hcgen.publish.shards import mark_shard, merge_shards
from hcgen.publish.staging import PublishError, Staging

__all__ = ["PublishError", "Staging", "mark_shard", "merge_shards"]
