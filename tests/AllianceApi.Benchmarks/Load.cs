using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AllianceApi.Benchmarks;

/// <summary>Something to ask again and again, each time with other words.</summary>
/// <param name="Base">The server to ask; null for the product.</param>
/// <param name="Paths">Paths, or bodies where there is a path to post them to.</param>
/// <param name="Held">Whether the output cache may answer.</param>
internal sealed record Question(string Name, string? Base, IReadOnlyList<string> Paths, string? PostTo = null, bool Held = false);

/// <summary>What wrk measured.</summary>
internal sealed partial record Load(double PerSecond, double Median, double Slow, int Failed)
{
    private const string Script = """
        local lines = {}
        for line in io.lines(os.getenv("LINES")) do lines[#lines + 1] = line end
        local post = os.getenv("POST_TO")
        local i = 0
        request = function()
          i = i % #lines + 1
          if post and post ~= "" then
            return wrk.format("POST", post, { ["Content-Type"] = "application/json" }, lines[i])
          end
          if os.getenv("HELD") == "yes" then return wrk.format("GET", lines[i]) end
          return wrk.format("GET", lines[i], { ["Cache-Control"] = "no-store" })
        end
        """;

    public static async Task<Load> OfAsync(Question question, string server, string folder, int connections = 16, int seconds = 5)
    {
        var (script, lines) = (Path.Combine(folder, "ask.lua"), Path.Combine(folder, "lines.txt"));
        await File.WriteAllTextAsync(script, Script);
        await File.WriteAllLinesAsync(lines, question.Paths);
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, server]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["LINES"] = lines;
        start.Environment["POST_TO"] = question.PostTo ?? "";
        start.Environment["HELD"] = question.Held ? "yes" : "no";
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return new Load(
            Number(PerSecondLine().Match(output)),
            Milliseconds(MedianLine().Match(output)),
            Milliseconds(SlowLine().Match(output)),
            FailedLine().Match(output) is { Success: true } failed ? (int)Number(failed) : 0);
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups["unit"].Value switch { "us" => 0.001, "s" => 1000, _ => 1 };

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PerSecondLine();

    [GeneratedRegex(@"50%\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MedianLine();

    [GeneratedRegex(@"99%\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlowLine();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailedLine();
}
