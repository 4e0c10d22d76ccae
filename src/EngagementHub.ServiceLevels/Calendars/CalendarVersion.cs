namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A calendar as it stood from an act on until the next: who changed it, when, why, and all it said. It is never changed or deleted.</summary>
internal sealed class CalendarVersion
{
    private CalendarText? _text;

    private CalendarVersion(Guid calendarId, int number, string json) => (CalendarId, Number, Json) = (calendarId, number, json);

    public Guid Id { get; private set; } = Guid.NewGuid();

    public Guid CalendarId { get; private set; }

    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    public StaffId? By { get; private set; }

    public string Why { get; private set; } = "";

    public string Json { get; private set; }

    public CalendarText Text => _text ??= CalendarText.FromJson(Json);

    public static CalendarVersion Of(Guid calendar, int number, CalendarText text, string why, Act act) =>
        new(calendar, number, text.ToJson()) { At = act.At, By = act.By, Why = why.Trim() };
}
