namespace AllianceApi.Packs;

/// <summary>The forms in which a pack comes as one file.</summary>
internal enum PackForm
{
    /// <summary>One object, with the lists of a pack as its members.</summary>
    Json,

    /// <summary>A record a line, read by streaming: the form of what is large.</summary>
    Ndjson,

    /// <summary>The folder of a pack, zipped.</summary>
    Zip,
}

internal static class PackForms
{
    private static readonly (PackForm Form, string MediaType, string[] Extensions)[] All =
    [
        (PackForm.Json, "application/json", [".json"]),
        (PackForm.Ndjson, "application/x-ndjson", [".ndjson", ".jsonl"]),
        (PackForm.Zip, "application/zip", [".zip"]),
    ];

    public static IEnumerable<string> MediaTypes => All.Select(known => known.MediaType);

    public static IEnumerable<string> Extensions => All.SelectMany(known => known.Extensions);

    public static string MediaType(this PackForm form) => All[(int)form].MediaType;

    public static string Extension(this PackForm form) => All[(int)form].Extensions[0];

    public static PackForm? OfMediaType(string mediaType) => Find(known => known.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    public static PackForm? OfExtension(string extension) => Find(known => known.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    private static PackForm? Find(Predicate<(PackForm Form, string MediaType, string[] Extensions)> fits) =>
        Array.FindIndex(All, fits) is var found and >= 0 ? All[found].Form : null;
}
