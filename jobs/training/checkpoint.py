"""Reads a TensorFlow "bundle" checkpoint (variables.index, variables.data-00000-of-00001) without TensorFlow.

The index is a LevelDB table: blocks of prefix-compressed keys, each value a BundleEntryProto
(tensorflow/core/protobuf/tensor_bundle.proto); a footer of 48 bytes points to the block of blocks.
"""
import struct

import numpy as np

FLOAT32 = 1


def load(prefix):
    """-> {variable name: float32 array} of all float32 variables."""
    data = np.memmap(prefix + ".data-00000-of-00001", dtype=np.uint8, mode="r")
    return {name: np.frombuffer(data[e["offset"]:e["offset"] + e["size"]].tobytes(), np.float32).reshape(e["shape"])
            for name, e in _entries(prefix + ".index") if e["dtype"] == FLOAT32}


def _entries(path):
    with open(path, "rb") as f:
        table = f.read()
    footer, at = table[-48:], 0
    for _ in range(2):                                        # handle of the meta index: not needed
        _, at = _varint(footer, at)
    offset, at = _varint(footer, at)
    size, at = _varint(footer, at)
    for _, handle in _block(table, offset, size):
        block_offset, j = _varint(handle, 0)
        block_size, _ = _varint(handle, j)
        for key, value in _block(table, block_offset, block_size):
            if key:
                yield key.decode(), _bundle_entry(value)


def _varint(b, i):
    value = shift = 0
    while True:
        byte = b[i]
        i += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, i


def _block(table, offset, size):
    """Keys and values of one uncompressed table block; restarts lie at its end."""
    if table[offset + size] != 0:
        raise ValueError("the checkpoint's index is compressed")
    block = table[offset:offset + size]
    end = size - 4 - 4 * struct.unpack("<I", block[-4:])[0]
    i, key = 0, b""
    while i < end:
        shared, i = _varint(block, i)
        own, i = _varint(block, i)
        length, i = _varint(block, i)
        key = key[:shared] + block[i:i + own]
        i += own
        yield key, block[i:i + length]
        i += length


def _fields(message):
    """(field number, value) of one protocol-buffer message."""
    i = 0
    while i < len(message):
        tag, i = _varint(message, i)
        wire = tag & 7
        if wire == 0:
            value, i = _varint(message, i)
        else:
            n = {1: 8, 5: 4}.get(wire)
            if n is None:
                n, i = _varint(message, i)
            value, i = message[i:i + n], i + n
        yield tag >> 3, value


def _bundle_entry(message):
    entry = {"dtype": 0, "shape": [], "offset": 0, "size": 0}
    for number, value in _fields(message):
        if number == 1:
            entry["dtype"] = value
        elif number == 2:                                     # TensorShapeProto: repeated dim {size}
            entry["shape"] = [dict(_fields(dim)).get(1, 0) for field, dim in _fields(value) if field == 2]
        elif number == 4:
            entry["offset"] = value
        elif number == 5:
            entry["size"] = value
    return entry
