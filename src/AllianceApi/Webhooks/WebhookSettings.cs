using System.Globalization;
using System.Net;
using AllianceApi.Access;

namespace AllianceApi.Webhooks;

/// <summary>How webhooks are served, as far as it is configured.</summary>
/// <param name="AllowedNetworks">Networks that messages may be sent to though they are not the open Internet.</param>
/// <param name="Pauses">How long to wait after each failure in a row, give or take a fifth; after the last of them the webhook is disabled.</param>
internal sealed record WebhookSettings(IReadOnlyList<IPNetwork> AllowedNetworks, IReadOnlyList<TimeSpan> Pauses)
{
    private const string NetworksSetting = "Webhooks:AllowedNetworks";
    private const string PausesSetting = "Webhooks:Pauses";
    private const string DefaultPauses = "0:00:05, 0:05:00, 0:30:00, 2:00:00, 5:00:00, 10:00:00, 14:00:00, 20:00:00, 1.0:00:00";

    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static WebhookSettings Of(IConfiguration configuration) => new(
        [.. Values(configuration, NetworksSetting, "").Select(text => IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SettingException($"{NetworksSetting} has '{text}', which is no network. Write each as 10.1.0.0/16, with commas between them."))],
        [.. Values(configuration, PausesSetting, DefaultPauses).Select(text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var pause) && pause >= TimeSpan.Zero
            ? pause
            : throw new SettingException($"{PausesSetting} has '{text}', which is no time. Write each as 0:05:00, with commas between them."))]);

    private static string[] Values(IConfiguration configuration, string setting, string otherwise) =>
        (configuration[setting] ?? otherwise).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
