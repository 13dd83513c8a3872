"""Makes the files of a small network with PyTorch, byte by byte in the safetensors layout: its state_dict, and inputs with their outputs."""
import json, struct, sys, torch, torch.nn as nn

def save(path, tensors):
    header, data = {}, b""
    for name, t in tensors.items():
        t = t.detach().contiguous()
        kind = {torch.float32: "F32", torch.int64: "I64"}[t.dtype]
        raw = t.numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(t.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)

class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.edges = nn.Conv2d(2, 3, (3, 2))
        self.edges.norm = nn.BatchNorm2d(3)
        self.hidden = nn.Linear(3 * 2 * 3 + 4, 5)
        self.hidden.norm = nn.LayerNorm(5)
        self.output = nn.Linear(5, 3)
    def forward(self, image, numbers):
        a = torch.relu(self.edges.norm(self.edges(image)))
        p = nn.functional.max_pool2d(a, (2, 1)) if False else nn.functional.max_pool2d(a, 2)
        x = torch.cat([p.flatten(1), numbers], 1)
        h = torch.tanh(self.hidden.norm(self.hidden(x)))
        return torch.softmax(self.output(h), 1)

torch.manual_seed(7)
net = Small()
images, numbers = torch.randn(4, 2, 6, 7), torch.randn(4, 4)
net.train()
for _ in range(3):
    net(torch.randn(8, 2, 6, 7) * 2 + 1, torch.randn(8, 4))
with torch.no_grad():
    for p in net.parameters():
        p.add_(torch.randn_like(p) * 0.1)
net.eval()
save(sys.argv[1] + "/small-pytorch.safetensors", net.state_dict())
save(sys.argv[1] + "/small-pytorch-outputs.safetensors", {"images": images.permute(0, 2, 3, 1), "numbers": numbers, "outputs": net(images, numbers)})
