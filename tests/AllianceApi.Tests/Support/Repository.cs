namespace AllianceApi.Tests.Support;

/// <summary>The files of the repository that tests hold against the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AllianceApi.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of their repository.");
        return folder.FullName;
    }
}
