"""Writes a trained net as ONNX with its card, and compares the two."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from net import PLANES, SIDE, RefineNet

CARD = """\
# The built-in engine's net: corrects what optical flow found. Made by models/refine/make.sh.
name: refine
version: "1"
title: Refinement of optical flow
kind: refinement
licence: Apache-2.0
data:
{data}
recipe: models/refine/README.md
files:
  net:
    path: net.onnx
    sha256: "{sha256}"
networks:
  net:
    inputs:
      maps: {{type: uint8, shape: [n, {planes}, {side}, {side}]}}
    outputs:
      correction: {{type: float32, shape: [n, 1, {side}, {side}]}}
      iou: {{type: float32, shape: [n]}}
    selfTest: {{n: 1}}
preprocessing:
  side: {side}
  planes: L*, a*, b*; belief; masks from the keyframe before (chained, straight) and after; costs of both; colour; local colour; nearer and further neighbour; rivals; distance; nearness
metrics:
{metrics}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--figures", required=True, help="best.json beside the checkpoint")
    parser.add_argument("--data", action="append", default=[], help="name|command, once for each set of clips")
    parser.add_argument("--out", default=str(Path(__file__).parent))
    options = parser.parse_args()

    net = RefineNet()
    net.load_state_dict(torch.load(options.checkpoint, map_location="cpu"))
    net.eval()
    out = Path(options.out)
    file = out / "net.onnx"
    rng = np.random.default_rng(3)
    maps = rng.integers(0, 256, (2, PLANES, SIDE, SIDE), dtype=np.uint8)
    maps[0] = np.linspace(0, 255, SIDE, dtype=np.uint8)
    torch.onnx.export(
        net,
        (torch.from_numpy(maps),),
        str(file),
        input_names=["maps"],
        output_names=["correction", "iou"],
        dynamic_axes={"maps": {0: "n"}, "correction": {0: "n"}, "iou": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    with torch.no_grad():
        wanted = [v.numpy() for v in net(torch.from_numpy(maps))]
    found = session.run(["correction", "iou"], {"maps": maps})
    gaps = [float(np.abs(a - b).max()) for a, b in zip(wanted, found)]
    print("largest differences between PyTorch and ONNX Runtime:", gaps)
    if max(gaps) > 1e-2:
        raise SystemExit("The exported net does not do what the trained one does.")

    figures = json.loads(Path(options.figures).read_text())
    names = {
        "iou_before": "IoU of the engine's masks without the net",
        "iou_after": "IoU with the net",
        "fewer_errors": "share of the errors that the net takes away",
    }
    metrics = "\n".join(
        "  - name: {}\n    value: {:.4f}\n    data: {} held-out samples of generated clips (seeds divisible by 10)\n"
        "    protocol: at the net's own scale, single frames".format(label, figures[key], figures["samples"])
        for key, label in names.items()
    )
    data = "\n".join(
        "  - name: {}\n    licence: CC0-1.0\n    madeBy: {}".format(*one.split("|")) for one in options.data
    )
    (out / "model.yaml").write_text(
        CARD.format(
            data=data,
            metrics=metrics,
            sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
            planes=PLANES,
            side=SIDE,
        )
    )


if __name__ == "__main__":
    main()
