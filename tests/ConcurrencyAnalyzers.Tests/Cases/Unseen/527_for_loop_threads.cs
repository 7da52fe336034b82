// A for loop has one variable i for all iterations: threads read it after it has moved on, some even past the end. difficulty: easy
namespace Cases.U527;

public sealed class ChunkHasher(byte[][] chunks)
{
    public int[] HashAll()
    {
        var hashes = new int[chunks.Length];
        var threads = new List<Thread>();
        for (int i = 0; i < chunks.Length; i++) // expect: CAPTURE?, RACE?
        {
            var thread = new Thread(() => hashes[i] = Hash(chunks[i])); // expect: CAPTURE, RACE?
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(t => t.Join());
        return hashes;
    }

    private static int Hash(byte[] chunk)
    {
        var hash = new HashCode();
        hash.AddBytes(chunk);
        return hash.ToHashCode();
    }
}
