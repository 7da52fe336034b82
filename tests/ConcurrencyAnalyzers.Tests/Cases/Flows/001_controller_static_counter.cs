// Every request gets a controller of its own, but the static is one for all of them.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F001;

[ApiController]
[Route("visits")]
public sealed class VisitsController : ControllerBase
{
    private static int s_visits;

    [HttpPost]
    public IActionResult Post()
    {
        s_visits++; // expect: RACE
        return Ok();
    }
}
