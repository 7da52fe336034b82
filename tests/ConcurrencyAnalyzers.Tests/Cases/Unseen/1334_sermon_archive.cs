// Reads a manuscript line by line and stores its paragraphs, in the background, under the heading they stand below. difficulty: medium
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1334;

public interface IParagraphStore
{
    Task SaveAsync(string heading, string paragraph);
}

public sealed class SermonArchive(IParagraphStore store)
{
    public async Task ArchiveAsync(IEnumerable<string> manuscript)
    {
        var heading = "preface";
        var saves = new List<Task>();
        foreach (var line in manuscript)
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' '); // expect: CAPTURE?
                continue;
            }
            saves.Add(Task.Run(() => store.SaveAsync(heading, line))); // expect: CAPTURE#1
        }
        await Task.WhenAll(saves);
    }
}
