using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>One happening that could be dated, real or planned.</summary>
public sealed record EventResponse : EntityResponse;

internal sealed class Event : Entity;
