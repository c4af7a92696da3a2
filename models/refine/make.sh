#!/usr/bin/env bash
# Makes the refinement net from nothing: generated clips, samples from the engine, training, a round
# with the net in the loop, export and check. About three hours on two idle cores.
#   models/refine/make.sh [WORK FOLDER]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$root/.build/refine}
clips=${CLIPS:-150}
first=${MINUTES_FIRST:-45}
second=${MINUTES_SECOND:-30}
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
python=$work/venv/bin/python

say() { printf '%s\n' "$*" >&2; }
pack() {
  "$python" "$here/export.py" --checkpoint "$work/$1/best.pt" --figures "$work/$1/best.json" --out "$here" \
    --data "$clips generated clips, seeds from 100000|./keyreel samples --clips $clips --seed 100000" "${@:2}"
}

say "1 of 4: what the engine sees in $clips clips"
"$root/keyreel" samples --clips "$clips" --seed 100000 --out "$work/round1"
say "2 of 4: training for $first minutes"
"$python" "$here/train.py" --samples "$work/round1" --out "$work/net1" --minutes "$first"
pack net1
say "3 of 4: what the engine sees with the net in the loop"
"$root/keyreel" samples --loop --clips "$clips" --seed 200000 --out "$work/round2"
say "4 of 4: training for $second minutes more"
"$python" "$here/train.py" --samples "$work/round1" "$work/round2" --start "$work/net1/best.pt" \
  --rate 1e-3 --out "$work/net2" --minutes "$second"
pack net2 --data "$clips generated clips, seeds from 200000, net in the loop|./keyreel samples --loop --clips $clips --seed 200000"
say "The pack is in $here. Now refit the confidence: ./keyreel calibrate --out models/flow/confidence.properties"
