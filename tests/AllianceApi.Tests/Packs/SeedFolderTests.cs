using AllianceApi.Data;
using AllianceApi.Packs;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceApi.Tests.Packs;

public sealed class SeedFolderTests
{
    [Fact]
    public void Each_folder_with_files_is_a_pack_in_the_order_of_names()
    {
        using var folder = PackFolder.Empty();
        foreach (var name in new[] { "b", "a", "left-behind" })
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
        folder.Write("b/pack.yaml", "");
        folder.Write("a/pack.yaml", "");
        Assert.Equal(["a", "b"], Of(folder.Path).Packs.Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_with_its_setting() =>
        Assert.Contains("Seed:Folder", Assert.Throws<StoreException>(() => Of("/nowhere/at/all").Packs).Message, StringComparison.Ordinal);

    private static SeedFolder Of(string folder) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Seed:Folder", folder)]).Build());
}
