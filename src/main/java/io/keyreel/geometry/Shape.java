package io.keyreel.geometry;

/** What a person or an engine puts on one frame for one track. */
public sealed interface Shape
    permits MaskShape,
        PolygonShape,
        BoxShape,
        EllipseShape,
        PolylineShape,
        PointsShape,
        SkeletonShape {}
