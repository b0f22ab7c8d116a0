namespace AllianceApi.Kinds;

/// <summary>
/// Marks a property of a kind's response as an attribute: what the source says of the entity in a literal, and so a fact with evidence.
/// A property without it is a member: our own classification or framing, a column of the kind's class.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FromSourceAttribute : Attribute;
