"""Trains the network of the example iris-pytorch with PyTorch, and writes it where the compiler looks for it.

python3 src/main/python/iris.py src/test/resources/iris.csv src/main/resources/models/iris.onnx
"""
import csv
import sys

import torch
from torch import nn

SPECIES = ["setosa", "versicolor", "virginica"]


class Iris(nn.Module):
    """Features as they come, in cm; probabilities of the species."""

    def __init__(self, mean, deviation):
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.hidden = nn.Linear(4, 16)
        self.species = nn.Linear(16, 3)

    def logits(self, x):
        return self.species(nn.functional.gelu(self.hidden((x - self.mean) / self.deviation)))

    def forward(self, x):
        return torch.softmax(self.logits(x), 1)


def main(table, model):
    with open(table) as file:
        rows = list(csv.DictReader(file))
    x = torch.tensor([[float(row[name]) for name in list(row)[:4]] for row in rows])
    y = torch.tensor([SPECIES.index(row["species"]) for row in rows])
    torch.manual_seed(1)
    iris = Iris(x.mean(0), x.std(0))
    optimizer = torch.optim.Adam(iris.parameters(), lr=0.01, weight_decay=1e-3)
    for _ in range(200):
        optimizer.zero_grad()
        nn.functional.cross_entropy(iris.logits(x), y).backward()
        optimizer.step()
    torch.onnx.export(iris, x[:1], model, opset_version=17, input_names=["flower"], output_names=["species"],
                      dynamic_axes={"flower": {0: "n"}, "species": {0: "n"}})
    print("%d of %d right" % ((iris(x).argmax(1) == y).sum(), len(y)))


main(*sys.argv[1:])
