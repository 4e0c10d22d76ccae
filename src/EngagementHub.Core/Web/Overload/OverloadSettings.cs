using System.Globalization;
using EngagementHub.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Core.Web.Overload;

/// <summary>The section <c>Overload</c>: how much is worked on at once when more comes than can be done.</summary>
/// <param name="Fewest">So many requests are always worked on at once, however busy the machine is; 0 for no limit at all.</param>
/// <param name="Most">Never more than so many.</param>
/// <param name="LineSeconds">Who comes while all are at work waits if their turn will come within so many seconds.</param>
public sealed record OverloadSettings(int Fewest, int Most, int LineSeconds)
{
    /// <summary>Its keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Fewest), nameof(Most), nameof(LineSeconds)];

    /// <summary>Reads it; a value that cannot be right stops the start.</summary>
    /// <exception cref="SettingException">A value is wrong.</exception>
    public static OverloadSettings Read(IConfiguration settings)
    {
        var fewest = Number(settings, nameof(Fewest), Math.Max(2, Environment.ProcessorCount), 0, 10_000);
        return new(fewest, Number(settings, nameof(Most), Math.Max(1024, fewest), Math.Max(1, fewest), 100_000), Number(settings, nameof(LineSeconds), 1, 0, 60));
    }

    private static int Number(IConfiguration settings, string key, int usual, int least, int most) =>
        settings[$"Overload:{key}"] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"Overload:{key}", $"it is '{text}'; use a whole number from {least} to {most}");
}
