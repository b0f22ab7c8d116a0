using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A reason given for a position, as the source reports it. What it claims is attributed to it, never stated.</summary>
public sealed record ArgumentResponse : EntityResponse;

internal sealed class Argument : Entity;
