"""Makes files with NumPy, of every type, order, version and way of writing, and expected.txt with the numbers in them: numpy-files.py FOLDER"""
import io, os, sys, numpy as np

folder = sys.argv[1]
KINDS = "b1 u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8".split()

def numbers(kind, count):
    """The ends of a type's range and some between."""
    t = np.dtype(kind)
    if t.kind == "b":
        return np.arange(count) % 3 == 0
    if t.kind in "ui":
        largest = min(np.iinfo(t).max, 2 ** 63 - 1)
        ends = [np.iinfo(t).min, largest, 1]
    else:
        ends = [np.finfo(t).min, np.finfo(t).max, np.finfo(t).smallest_subnormal, -0.0, np.inf, -np.inf, np.nan, np.pi]
    return np.array((ends + list(range(count)))[:count], dtype=t)

arrays = {}
for kind in KINDS:
    for order in "<>":
        t = np.dtype(order + kind)
        name = kind + ("-big" if order == ">" else "")
        arrays[name] = numbers(kind, 6).reshape(2, 3).astype(t)
        arrays[name + "-columns"] = np.asfortranarray(numbers(kind, 12).reshape(2, 3, 2).astype(t))
arrays["number"] = np.array(2.5)
arrays["none"] = np.zeros((3, 0, 2))
arrays["nothing"] = np.zeros(0, dtype="f4")
arrays["long"] = np.arange(70_001, dtype=">i4") % 7
arrays["long-columns"] = np.asfortranarray(np.arange(300 * 301, dtype="u2").reshape(300, 301) % 11)
arrays["one-column"] = np.asfortranarray(np.arange(5.0).reshape(5, 1))
arrays["ones"] = np.asfortranarray(np.ones((1, 1, 1)))
arrays["hidden.weight"] = np.arange(6, dtype="f4").reshape(3, 2).T
arrays["Größe 日本"] = np.array([1, 2])

class Stream(io.RawIOBase):
    """Cannot go back to say sizes before the data."""
    def __init__(self, file): self.file = file
    def writable(self): return True
    def write(self, b): return self.file.write(b)

short = {name: a for name, a in arrays.items() if a.size < 100}
np.savez(folder + "/stored.npz", **short)
np.savez_compressed(folder + "/compressed.npz", **arrays)
np.savez(folder + "/empty.npz")
with open(folder + "/streamed.npz", "wb") as f:
    np.savez_compressed(Stream(f), **{"f4": arrays["f4"], "i8": arrays["i8"]})
with open(folder + "/streamed-stored.npz", "wb") as f:
    np.savez(Stream(f), **{"f4": arrays["f4"]})
for version in (1, 2, 3):
    with open(f"{folder}/version{version}.npy", "wb") as f:
        np.lib.format.write_array(f, np.asfortranarray(arrays["f4"]), version=(version, 0))
np.savez_compressed(
    folder + "/refused.npz",
    numbers=np.arange(3),
    objects=np.array([1, "a", None], dtype=object),
    texts=np.array(["a", "bc"]),
    bytes=np.array([b"a", b"bc"]),
    complex=np.array([1j]),
    times=np.array(["2020-01-01"], dtype="M8[D]"),
    durations=np.array([1], dtype="m8[s]"),
    structures=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
    raw=np.zeros(2, dtype="V2"),
    wide=np.zeros(2, dtype=np.longdouble),
    large=np.array([2 ** 63], dtype="u8"),
)
with open(folder + "/expected.txt", "w", encoding="utf-8") as f:
    for name, a in arrays.items():
        values = a.reshape(-1).tolist()
        if a.size > 100:
            values = [sum(v * (i % 1000) for i, v in enumerate(values))]
        shape = ",".join(map(str, a.shape))
        f.write(f"{name}|{shape}|{','.join(repr(v) for v in values)}\n")
