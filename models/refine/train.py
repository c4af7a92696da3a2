"""Trains the refinement net on samples of generated clips (see README.md)."""

import argparse
import csv
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from net import BELIEF, PLANES, SIDE, RefineNet

FAR_PLANES = [3, 4, 5, 6, 7, 12, 13]
AREA = SIDE * SIDE
PART = 192


class Samples:
    """Folders written by `keyreel samples`, read as they are needed."""

    def __init__(self, folders, held_out):
        self.planes, self.truths, self.rows = [], [], []
        for k, folder in enumerate(map(Path, folders)):
            rows = list(csv.DictReader(open(folder / "index.csv")))
            count = (folder / "truth.u8").stat().st_size // AREA
            rows = [r for r in rows[:count] if r["outside"] is not None]
            shape = (len(rows), PLANES, SIDE, SIDE)
            self.planes.append(np.memmap(folder / "planes.u8", np.uint8, "r", shape=shape))
            self.truths.append(np.memmap(folder / "truth.u8", np.uint8, "r", shape=(len(rows), SIDE, SIDE)))
            for i, row in enumerate(rows):
                held = int(row["seed"]) % 10 == 0
                if held == held_out and float(row["outside"]) < 0.3:
                    self.rows.append((k, i, int(row["seed"])))

    def __len__(self):
        return len(self.rows)

    def batch(self, numbers):
        picked = [self.rows[n] for n in numbers]
        maps = torch.from_numpy(np.stack([self.planes[k][i] for k, i, _ in picked]))
        truth = torch.from_numpy(np.stack([self.truths[k][i] for k, i, _ in picked]))
        return maps, truth


def augment(maps, truth, rng):
    """Mirrors, swaps the two keyframes, shifts colours; the geometry stays true."""
    if rng.random() < 0.5:
        maps, truth = maps.flip(3), truth.flip(2)
    if rng.random() < 0.2:
        maps, truth = maps.flip(2), truth.flip(1)
    if rng.random() < 0.1:
        maps, truth = maps.transpose(2, 3), truth.transpose(1, 2)
    if rng.random() < 0.8:
        x, y = rng.integers(0, SIDE - PART + 1, 2)
        maps = maps[:, :, y : y + PART, x : x + PART]
        truth = truth[:, y : y + PART, x : x + PART]
    maps = maps.clone()
    if rng.random() < 0.5:
        maps = maps[:, [0, 1, 2, 3, 6, 7, 4, 5, 9, 8, 10, 11, 12, 13, 14, 15, 16]].clone()
        maps[:, 16] = 255 - maps[:, 16]
    for n in range(len(maps)):
        if rng.random() < 0.5:
            lab = maps[n, :3].float()
            lab[0] = (lab[0] - 128) * rng.uniform(0.6, 1.3) + 128 + rng.uniform(-40, 40)
            turn, grow = rng.uniform(0, 6.28), rng.uniform(0.3, 1.3)
            a, b = lab[1] - 128, lab[2] - 128
            lab[1] = 128 + grow * (a * np.cos(turn) - b * np.sin(turn)) + rng.uniform(-6, 6)
            lab[2] = 128 + grow * (a * np.sin(turn) + b * np.cos(turn)) + rng.uniform(-6, 6)
            maps[n, :3] = lab.clamp(0, 255).to(torch.uint8)
        if rng.random() < 0.15:
            maps[n, 12] = maps[n, 3]
        if rng.random() < 0.1:
            maps[n, 13] = maps[n, 3]
        if rng.random() < 0.15:
            maps[n, 10 + rng.integers(2)] = 128
    return maps, truth


def iou(a, b):
    common = (a & b).sum((1, 2)).float()
    either = (a | b).sum((1, 2)).float()
    return torch.where(either > 0, common / either.clamp(min=1), torch.ones_like(either))


def loss_of(maps, truth, correction, quality):
    wanted = truth.float() / 255
    belief = maps[:, BELIEF].float() / 255
    before = belief.clamp(0.02, 0.98)
    logit = torch.log(before / (1 - before)) + correction[:, 0].float()
    after = torch.sigmoid(logit)
    shown = torch.cat([maps[:, FAR_PLANES], truth[:, None]], 1)
    disputed = (shown.amax(1).int() - shown.amin(1).int() > 25).float()
    weight = 0.1 + disputed
    cross = F.binary_cross_entropy_with_logits(logit, wanted, reduction="none")
    cross = (weight * cross).sum((1, 2)) / weight.sum((1, 2))
    common = (after * wanted).sum((1, 2))
    either = (after + wanted - after * wanted).sum((1, 2))
    overlap = (common + 1) / (either + 1)
    reached = iou(after > 0.5, truth > 127)
    rating = F.binary_cross_entropy(quality.float().clamp(1e-4, 1 - 1e-4), reached)
    return (cross + (1 - overlap) + 0.1 * rating).mean()


@torch.no_grad()
def measure(net, samples, device, most=600):
    net.eval()
    befores, afters, ratings = [], [], []
    numbers = np.linspace(0, len(samples) - 1, min(most, len(samples))).astype(int)
    for start in range(0, len(numbers), 16):
        maps, truth = samples.batch(numbers[start : start + 16])
        maps, truth = maps.to(device), truth.to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            correction, quality = net(maps)
        before = (maps[:, BELIEF].float() / 255).clamp(0.02, 0.98)
        after = torch.log(before / (1 - before)) + correction[:, 0].float() > 0
        befores.append(iou(maps[:, BELIEF] > 127, truth > 127).cpu())
        afters.append(iou(after, truth > 127).cpu())
        ratings.append(quality.float().cpu())
    befores, afters, ratings = map(torch.cat, (befores, afters, ratings))
    good = befores > 0.95
    net.train()
    return {
        "samples": len(numbers),
        "iou_before": befores.mean().item(),
        "iou_after": afters.mean().item(),
        "fewer_errors": 1 - ((1 - afters).sum() / (1 - befores).sum()).item(),
        "good_before": befores[good].mean().item(),
        "good_after": afters[good].mean().item(),
        "hurt": (afters < befores - 0.02).float().mean().item(),
        "rating_error": (ratings - afters).abs().mean().item(),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--samples", nargs="+", required=True)
    parser.add_argument("--out", required=True, help="folder for checkpoints")
    parser.add_argument("--start", help="checkpoint to go on from")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    train, held = Samples(options.samples, False), Samples(options.samples, True)
    net = RefineNet()
    if options.start:
        net.load_state_dict(torch.load(options.start))
    net = net.to(device).to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-3)
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    print(f"{len(train)} samples, {len(held)} held out, {sum(p.numel() for p in net.parameters())} parameters on {device}", flush=True)
    start, step, best, order = time.time(), 0, -1.0, []
    next_look = 240.0
    running = []
    while True:
        spent = (time.time() - start) / 60 / options.minutes
        if len(order) < options.batch:
            order = list(rng.permutation(len(train)))
        numbers = [order.pop() for _ in range(options.batch)]
        rate = options.rate * min(1, (step + 1) / 50) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, spent))))
        for group in optimizer.param_groups:
            group["lr"] = rate
        maps, truth = augment(*train.batch(numbers), rng)
        maps, truth = maps.to(device), truth.to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            correction, quality = net(maps)
        loss = loss_of(maps, truth, correction, quality)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        step += 1
        keep = min(0.995, step / (step + 10))
        for name, value in net.state_dict().items():
            if value.dtype.is_floating_point:
                average[name].mul_(keep).add_(value.detach(), alpha=1 - keep)
            else:
                average[name].copy_(value)
        running.append(loss.item())
        if step % 20 == 0:
            print(f"{time.time() - start:6.0f} s step {step} loss {np.mean(running[-100:]):.4f} rate {rate:.2e}", flush=True)
        if time.time() - start > next_look or spent >= 1:
            next_look = time.time() - start + 600
            mean = RefineNet().to(device).to(memory_format=torch.channels_last)
            mean.load_state_dict(average)
            found = measure(mean, held, device)
            print(json.dumps({k: round(v, 4) for k, v in found.items()}), flush=True)
            torch.save(mean.state_dict(), out / "last.pt")
            if found["fewer_errors"] > best:
                best = found["fewer_errors"]
                torch.save(mean.state_dict(), out / "best.pt")
                (out / "best.json").write_text(json.dumps({**found, "steps": step, "seconds": time.time() - start}))
            if spent >= 1:
                break


if __name__ == "__main__":
    main()
