using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// Standing and modality of one statement: how much it gives a fact. The less, the stronger: what is stated before what is attributed,
/// and within each what is asserted before what is projected before what is possible.
/// </summary>
internal readonly record struct Strength(Standing Standing, Modality Modality)
{
    public static readonly Strength Strongest = new(Standing.Stated, Modality.Asserted);

    /// <summary>0 for the strongest pair, 5 for the weakest.</summary>
    public int Rank => ((int)Standing * 3) + (int)Modality;
}
