namespace AllianceApi.Access;

/// <summary>What a credential may do; each may do what those before it may.</summary>
internal enum Scope
{
    /// <summary>Read, where reading needs a credential. Every valid credential has it.</summary>
    Read,

    /// <summary>Change the graph.</summary>
    Curate,

    /// <summary>Imports, webhooks and whatever else concerns the whole server.</summary>
    Admin,
}

/// <summary>The words that scopes have in settings, tokens, commands and answers.</summary>
internal static class Scopes
{
    public static readonly IReadOnlyList<Scope> All = Enum.GetValues<Scope>();

    public static string Word(this Scope scope) => scope switch
    {
        Scope.Read => "read",
        Scope.Curate => "curate",
        _ => "admin",
    };

    /// <summary>The widest of these words; others say nothing, and who may do nothing else may read.</summary>
    public static Scope WidestOf(IEnumerable<string> words)
    {
        var given = words.ToHashSet(StringComparer.Ordinal);
        return All.LastOrDefault(scope => given.Contains(scope.Word()), Scope.Read);
    }
}
