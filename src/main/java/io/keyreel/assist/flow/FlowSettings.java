package io.keyreel.assist.flow;

import io.keyreel.vision.OpticalFlow;

/**
 * The engine's constants.
 *
 * @param step preset of the flows between neighbours
 * @param direct preset of the flows to keyframes
 * @param check preset of the flows back from keyframes, which only tell errors
 * @param residualScale L*a*b* difference at which trust falls to 1/e
 * @param missScale pixels of forward–backward error at which trust falls to 1/e
 */
record FlowSettings(
    OpticalFlow.Preset step,
    OpticalFlow.Preset direct,
    OpticalFlow.Preset check,
    float residualScale,
    float missScale) {
  static final FlowSettings DEFAULT =
      new FlowSettings(
          OpticalFlow.Preset.MEDIUM, OpticalFlow.Preset.MEDIUM, OpticalFlow.Preset.FAST, 4, 12);
}
