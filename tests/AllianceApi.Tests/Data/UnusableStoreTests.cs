using System.Diagnostics;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Tests.Packs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>A database that cannot be used is named in a line that says what to do, and the program ends with 1.</summary>
public sealed class UnusableStoreTests
{
    private const string Newer = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(26, "The file is not a database of this program, or is damaged.")]
    [InlineData(11, "The file is not a database of this program, or is damaged.")]
    [InlineData(14, "The database file cannot be opened.")]
    [InlineData(8, "The database or its folder is read-only.")]
    [InlineData(13, "The disk is full.")]
    [InlineData(10, "The disk failed")]
    [InlineData(5, "Another program is writing")]
    [InlineData(6, "Another program is writing")]
    public void An_error_of_the_database_that_can_be_mended_is_explained(int code, string explanation)
    {
        var error = new SqliteException("x", code);
        Assert.StartsWith(explanation, SqliteStore.Explain(error), StringComparison.Ordinal);
        Assert.StartsWith(explanation, SqliteStore.Explain(new DbUpdateException("outer", error)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_a_bug_is_not_explained_away()
    {
        Assert.Null(SqliteStore.Explain(new SqliteException("a constraint", 19)));
        Assert.Null(SqliteStore.Explain(new InvalidOperationException("x")));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        using var store = new TemporaryStore();
        await store.OpenAsync();
        store.Execute(Newer);
        var error = await Assert.ThrowsAsync<StoreException>(store.OpenAsync);
        Assert.StartsWith("The database was written by a newer version of this program (migration 29990101000000_Later).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        using var store = new TemporaryStore();
        await File.WriteAllTextAsync(store.File, new string('x', 5000), TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAnyAsync<Exception>(store.OpenAsync);
        Assert.StartsWith("The file is not a database of this program", SqliteStore.Explain(error), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(store.File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_no_connection_string_is_named_by_its_setting()
    {
        var error = Assert.Throws<StoreException>(() => SqliteStore.Check("no connection string"));
        Assert.StartsWith("ConnectionStrings:Graph is no connection string of SQLite", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newer", "was written by a newer version of this program")]
    [InlineData("garbage", "The file is not a database of this program, or is damaged.")]
    [InlineData("read-only", "The database or its folder is read-only.")]
    [InlineData("folder", "ConnectionStrings:Graph names a folder, ")]
    [InlineData("no folder", "already exists")]
    [InlineData("nonsense", "ConnectionStrings:Graph is no connection string of SQLite")]
    public async Task The_program_says_so_in_a_line_and_ends_with_1(string database, string reason)
    {
        using var folder = PackFolder.Whole();
        using var store = new TemporaryStore();
        var setting = $"--ConnectionStrings:Graph={await PrepareAsync(store, database)}";
        var bytes = File.Exists(store.File) ? await File.ReadAllBytesAsync(store.File) : null;
        foreach (var arguments in new[] { new[] { "serve", "--urls=http://127.0.0.1:0", setting }, ["import", folder.Path, setting] })
        {
            var (code, output) = await RunAsync(arguments);
            Assert.Contains(reason, output, StringComparison.Ordinal);
            Assert.Equal(1, code);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            Assert.Single(output.Split('\n'), line => line.Contains(reason, StringComparison.Ordinal));
            Assert.Equal(bytes, File.Exists(store.File) ? await File.ReadAllBytesAsync(store.File) : null);
        }
    }

    /// <summary>Makes a database of the kind that the name says.</summary>
    /// <returns>The connection string that leads to it.</returns>
    private static async Task<string> PrepareAsync(TemporaryStore store, string database)
    {
        switch (database)
        {
            case "newer":
                await store.OpenAsync();
                store.Execute(Newer);
                return store.Connection;
            case "garbage":
                await File.WriteAllTextAsync(store.File, new string('x', 5000));
                return store.Connection;
            case "read-only":
                await store.OpenAsync();
                return $"{store.Connection};Mode=ReadOnly";
            case "folder":
                Directory.CreateDirectory(store.File);
                return store.Connection;
            case "no folder":
                await File.WriteAllTextAsync(store.File, "");
                return $"Data Source={store.File}/graph.db";
            default:
                return database;
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var program = Process.Start(start)!;
        try
        {
            var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
            await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
            return (program.ExitCode, await output + await error);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
        }
    }
}
