using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Files that tests hold against what the program makes; <c>GOLDEN=write</c> in the environment writes them anew.</summary>
internal static class Golden
{
    public static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Check(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{file} is not what the program makes now. Look at the difference; GOLDEN=write writes it anew.");
    }
}
