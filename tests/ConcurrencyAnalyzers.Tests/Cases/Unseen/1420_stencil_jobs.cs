// Paints a row of stencils on a wall; a painter from the pool is sent to every stencil. difficulty: easy
namespace Cabinet.C1420;

public static class StencilWall
{
    public static void Paint(string[] stencils, Action<int, string> paint)
    {
        using var wet = new CountdownEvent(stencils.Length);
        for (int position = 0; position < stencils.Length; position++) // expect: CAPTURE?, RACE?
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    paint(position, "red"); // expect: CAPTURE, RACE?
                }
                finally
                {
                    wet.Signal();
                }
            });
        }
        wet.Wait();
    }
}
