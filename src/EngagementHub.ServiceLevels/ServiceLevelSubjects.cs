using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>Services and service levels, as other modules may speak of them.</summary>
internal sealed class ServiceLevelSubjects(HubDb db) : IDescribeSubject
{
    public const string Service = "servicelevels.service";
    public const string Level = "servicelevels.level";
    public const string Mapping = "servicelevels.mapping";
    public const string Calendar = "servicelevels.calendar";
    public const string CutOffs = "servicelevels.cut-offs";
    public const string Source = "servicelevels.source";
    public const string Holidays = "servicelevels.holidays";
    public const string Webhook = "servicelevels.webhook";
    public const string WebhookEvent = "servicelevels.webhook-event";

    // Web services were a kind of their own once; the audit trail still speaks of them so.
    private const string RestSource = "servicelevels.rest-source";

    public bool Knows(string kind) => kind is Service or Level or Mapping or Calendar or CutOffs or Holidays or Webhook or WebhookEvent or RestSource or Source;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) => subject.Kind switch
    {
        Service => await db.Services.Where(service => service.Id == subject.Id).Select(service => new SubjectCard(service.Name, "/service-levels/" + service.Slug)).FirstOrDefaultAsync(cancellation),
        Calendar => await db.Calendars.Where(calendar => calendar.Id == subject.Id).Select(calendar => new SubjectCard(calendar.Name, "/service-levels/calendars/" + calendar.Slug)).FirstOrDefaultAsync(cancellation),
        Holidays => await db.HolidayLists.Where(list => list.Id == subject.Id).Select(list => new SubjectCard("Bank holidays, list " + list.Number, "/service-levels/calendars/bank-holidays/" + list.Number)).FirstOrDefaultAsync(cancellation),
        Webhook => await db.Webhooks.Where(hook => hook.Id == subject.Id).Select(hook => new SubjectCard(hook.Title, "/service-levels/webhooks/" + hook.Name)).FirstOrDefaultAsync(cancellation),
        WebhookEvent => await db.WebhookEvents.Where(received => received.Id == subject.Id).Select(received => new SubjectCard("Event " + received.Key, "/service-levels/webhooks/events/" + received.Number)).FirstOrDefaultAsync(cancellation),
        CutOffs => await db.CutOffCalendars.Where(cutOffs => cutOffs.Id == subject.Id).Select(cutOffs => new SubjectCard(cutOffs.Name, "/service-levels/cut-offs")).FirstOrDefaultAsync(cancellation),
        Source or RestSource => await db.PolledSources.Where(source => source.Id == subject.Id).Select(source => new SubjectCard(source.Title, "/service-levels/sources/" + source.Name)).FirstOrDefaultAsync(cancellation),
        Level => await LevelAsync(subject.Id, cancellation),
        _ => await db.TicketMappings.Where(mapping => mapping.Id == subject.Id).Select(mapping => new SubjectCard(mapping.Title, "/service-levels/import/mapping/" + mapping.Name)).FirstOrDefaultAsync(cancellation),
    };

    private Task<SubjectCard?> LevelAsync(Guid id, CancellationToken cancellation)
    {
        var services = db.Services;
        return db.ServiceLevels.Where(level => level.Id == id)
            .Join(services, level => level.ServiceId, service => service.Id, (level, service) => new SubjectCard(service.Name + ": " + level.Name, "/service-levels/" + service.Slug)).FirstOrDefaultAsync(cancellation);
    }
}
