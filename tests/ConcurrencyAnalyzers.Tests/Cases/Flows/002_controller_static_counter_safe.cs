// The static counter is advanced in one step.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F002;

[ApiController]
[Route("visits")]
public sealed class VisitsController : ControllerBase
{
    private static int s_visits;

    [HttpPost]
    public IActionResult Post()
    {
        Interlocked.Increment(ref s_visits);
        return Ok();
    }
}
