using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A lasting partnership of states for their security.</summary>
public sealed record AllianceResponse : EntityResponse;

internal sealed class Alliance : Entity;
