// Several threads drive one enumerator: MoveNext and Current of different threads interleave. difficulty: medium
namespace Cases.U315;

public sealed class MirrorSync(Action<string> download)
{
    public void Run(IEnumerable<string> files, int connections)
    {
        using var cursor = files.GetEnumerator();
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(Drain)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        void Drain()
        {
            while (cursor.MoveNext()) // expect: RACE#1
            {
                download(cursor.Current); // expect: RACE#1
            }
        }
    }
}
