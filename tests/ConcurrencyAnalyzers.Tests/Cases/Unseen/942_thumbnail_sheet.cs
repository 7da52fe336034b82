// The for variable is one variable for all iterations: the tasks render whatever page i points at when they start. difficulty: easy
namespace Cases.U942;

public sealed class ThumbnailSheet(Func<string, byte[]> render)
{
    public async Task<byte[][]> RenderAsync(string[] pages)
    {
        var jobs = new List<Task<byte[]>>();
        for (int i = 0; i < pages.Length; i++) // expect: CAPTURE?, RACE?
        {
            jobs.Add(Task.Run(() => render(pages[i]))); // expect: CAPTURE, RACE?
        }
        return await Task.WhenAll(jobs);
    }
}
