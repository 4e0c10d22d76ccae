using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records;

/// <summary>What a release is called, for whoever reads the audit trail.</summary>
internal sealed class RecordsSubjects(HubDb db) : IDescribeSubject
{
    public bool Knows(string kind) => kind == Disclosure.DisclosurePack.SubjectKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) =>
        await db.Packs.AsNoTracking().Where(p => p.Id == subject.Id).Select(p => p.Title).FirstOrDefaultAsync(cancellation) is { } title ? new(title, $"/records/disclosure/{subject.Id}") : null;
}
