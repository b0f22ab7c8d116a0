namespace AllianceApi.Packs;

/// <summary>One thing that is wrong with a pack: where, what, and how to mend it. A problem of a whole file has line 0.</summary>
internal sealed record PackProblem(string File, int Line, int Column, string Message, string Mend)
{
    public static int ByPlace(PackProblem a, PackProblem b) =>
        string.CompareOrdinal(a.File, b.File) is var file and not 0 ? file
        : a.Line.CompareTo(b.Line) is var line and not 0 ? line
        : a.Column.CompareTo(b.Column) is var column and not 0 ? column
        : string.CompareOrdinal(a.Message, b.Message);

    /// <summary>The form that editors and terminals make a link of.</summary>
    public override string ToString() => $"{(Line > 0 ? $"{File}:{Line}:{Column}" : File)}: {Message}{(Mend.Length > 0 ? $" {Mend}" : "")}";
}
