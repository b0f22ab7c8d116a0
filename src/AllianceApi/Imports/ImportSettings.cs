using AllianceApi.Packs;

namespace AllianceApi.Imports;

/// <summary>How large packs may be.</summary>
internal static class ImportSettings
{
    public const long Default = 512L << 20;

    public static long LargestOf(IConfiguration configuration, PackForm form)
    {
        var most = configuration.GetValue("Imports:LargestBody", Default);
        return form == PackForm.Ndjson ? most : Math.Min(most, PackFiles.LargestFile);
    }
}
