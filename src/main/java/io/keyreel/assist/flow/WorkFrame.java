package io.keyreel.assist.flow;

import io.keyreel.vision.Image;

/** A frame at working size: grey for the flow, L*a*b* for comparing colours. */
record WorkFrame(Image gray, Image lab) {}
