using EngagementHub.Responses.Boards;

namespace EngagementHub.Responses.Digests;

/// <summary>Where a digest accounted for a comment.</summary>
internal sealed record DigestEntry(Guid Comment, Disposition Disposition, Guid? Theme);
