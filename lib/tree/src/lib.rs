//! Walking, copying and removing directory trees.
