namespace EngagementHub.Core.Ports;

/// <summary>A number that those who run the hub watch, such as how many mails wait. Read about once a minute, in a scope with the database at hand, and only while somebody collects it.</summary>
/// <remarks>Never one that moves when somebody writes a comment: its minute would tell when an anonymous writer was at work.</remarks>
public interface IGauge
{
    /// <summary>Its name for collectors, as in <c>hub.mail.waiting</c>.</summary>
    string Name { get; }

    /// <summary>What one is: <c>{mail}</c>, <c>s</c>.</summary>
    string Unit { get; }

    /// <summary>What it says, in one sentence.</summary>
    string Description { get; }

    /// <summary>The numbers now, each under a label where there are several.</summary>
    Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>One reading.</summary>
/// <param name="Value">The number.</param>
/// <param name="Label">Of what, where a gauge has several: a name from the settings or the code, never a person's.</param>
public sealed record GaugeReading(double Value, string? Label = null);
