using System.Diagnostics;
using AllianceApi.Graph;

namespace AllianceApi.Benchmarks;

/// <summary>Programs of this solution as processes of their own.</summary>
internal static class Programs
{
    public static readonly string Product = typeof(Snapshot).Assembly.Location;

    public static readonly string Benchmarks = typeof(Programs).Assembly.Location;

    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, UseShellExecute = false })!;

    /// <summary>Waits until it answers.</summary>
    public static async Task ReadyAsync(HttpClient http, Process process, string path = "/api/v1")
    {
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException("The server ended before it was ready.");
    }
}
