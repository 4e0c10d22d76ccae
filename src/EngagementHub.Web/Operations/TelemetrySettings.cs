using EngagementHub.Core.Hosting;

namespace EngagementHub.Web.Operations;

/// <summary>Where traces and metrics go.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>Address of an OTLP receiver over HTTP, as in <c>http://127.0.0.1:4318</c>; empty: nothing is measured or sent.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The name under which this hub is known there.</summary>
    public string Service { get; set; } = "engagementhub";

    /// <summary>Seconds between two sendings of metrics.</summary>
    public int Seconds { get; set; } = 60;

    public bool IsOn => Endpoint.Length > 0;

    public Uri For(string signal) => new($"{Endpoint.TrimEnd('/')}/v1/{signal}");

    /// <exception cref="SettingException">A value cannot be right.</exception>
    public static TelemetrySettings Of(IConfiguration settings)
    {
        var telemetry = settings.GetSection("Telemetry").Get<TelemetrySettings>() ?? new TelemetrySettings();
        if (telemetry.IsOn && !(Uri.TryCreate(telemetry.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new SettingException("Telemetry:Endpoint", $"it is '{telemetry.Endpoint}'; write an address such as http://127.0.0.1:4318, or nothing");
        }

        return telemetry.Seconds is >= 1 and <= 3600 ? telemetry
            : throw new SettingException("Telemetry:Seconds", $"it is {telemetry.Seconds}; use 1 to 3600");
    }
}
