"""Makes small-numpy.npz of small-pytorch.safetensors, as np.savez would of the module's state_dict: small-numpy.py FOLDER"""
import json, struct, sys, numpy as np

folder = sys.argv[1]
data = open(folder + "/small-pytorch.safetensors", "rb").read()
length = struct.unpack("<Q", data[:8])[0]
arrays = {}
for name, tensor in json.loads(data[8 : 8 + length]).items():
    begin, end = tensor["data_offsets"]
    kind = {"F32": "<f4", "I64": "<i8"}[tensor["dtype"]]
    arrays[name] = np.frombuffer(data[8 + length + begin : 8 + length + end], dtype=kind).reshape(tensor["shape"])
np.savez(folder + "/small-numpy.npz", **arrays)
