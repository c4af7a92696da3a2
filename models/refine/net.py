"""The refinement net: maps of one object's neighbourhood in, a correction and an IoU out."""

import torch
from torch import nn
from torch.nn import functional as F

SIDE = 256
PLANES = 17
BELIEF = 3
WIDTHS = (32, 48, 64, 96)
FINE = 8


def block(into, out, stride=1):
    return nn.Sequential(
        nn.Conv2d(into, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True)
    )


class RefineNet(nn.Module):
    """A U-Net at half size and a thin layer at full size. It starts as the identity: its last layer
    is zero, so nothing is corrected."""

    def __init__(self, widths=WIDTHS):
        super().__init__()
        self.first = block(PLANES, widths[0], 2)
        self.down = nn.ModuleList(
            nn.Sequential(block(a, b, 2), block(b, b)) for a, b in zip(widths, widths[1:])
        )
        self.deep = nn.Sequential(block(widths[-1], widths[-1]), block(widths[-1], widths[-1]))
        self.up = nn.ModuleList(
            nn.Sequential(block(a + b, b)) for a, b in zip(widths[::-1], widths[-2::-1])
        )
        self.narrow = nn.Conv2d(widths[0], FINE, 1)
        self.fine = block(FINE + 8, FINE)
        self.correction = nn.Conv2d(FINE, 1, 3, 1, 1)
        self.quality = nn.Linear(2 * widths[-1] + 2, 1)
        nn.init.zeros_(self.correction.weight)
        nn.init.zeros_(self.correction.bias)

    def forward(self, maps):
        """maps: N x 17 x 256 x 256 bytes; gives N x 1 x 256 x 256 to add to the logit, and N IoUs."""
        full = maps.float() / 127.5 - 1
        x = self.first(full)
        kept = [x]
        for down in self.down:
            x = down(x)
            kept.append(x)
        x = self.deep(x)
        deep = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        for up, beside in zip(self.up, kept[-2::-1]):
            x = F.interpolate(x, scale_factor=2.0, mode="nearest")
            x = up(torch.cat([x, beside], 1))
        x = F.interpolate(self.narrow(x), scale_factor=2.0, mode="bilinear")
        correction = self.correction(self.fine(torch.cat([x, full[:, :8]], 1)))
        belief = maps[:, BELIEF].float() / 255
        before = torch.clamp(belief, 0.02, 0.98)
        after = torch.sigmoid(torch.log(before / (1 - before)) + correction[:, 0])
        hard = (after > 0.5).float()
        certain = (hard * after).sum((1, 2)) / (
            hard.sum((1, 2)) + ((1 - hard) * after).sum((1, 2)) + 1
        )
        was = (belief > 0.5).float()
        same = (hard * was).sum((1, 2)) / (hard.sum((1, 2)) + was.sum((1, 2)) - (hard * was).sum((1, 2)) + 1)
        seen = torch.cat([deep, certain[:, None], same[:, None]], 1).detach()
        return correction, torch.sigmoid(self.quality(seen))[:, 0]
