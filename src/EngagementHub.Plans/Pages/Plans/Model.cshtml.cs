using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class ModelModel : PageModel;
